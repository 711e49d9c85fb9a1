"""How well and how fast counterclaim reads, measured on labelled and on made-up reports."""
