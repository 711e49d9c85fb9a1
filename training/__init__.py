"""From named data to weights: how the models that counterclaim ships were trained."""
