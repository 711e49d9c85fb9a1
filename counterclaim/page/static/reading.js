// Read: a statement and its words in the text are selected together, and the address says which.
const marks = [...document.querySelectorAll("[data-statements]")];

function select(id, { scrollText = false, scrollMargin = false } = {}) {
  for (const each of document.querySelectorAll(".is-selected")) each.classList.remove("is-selected");
  const card = document.getElementById(`s-${id}`);
  const own = marks.filter((mark) => mark.dataset.statements.split(" ").includes(id));
  card?.classList.add("is-selected");
  for (const mark of own) mark.classList.add("is-selected");
  if (scrollText) own[0]?.scrollIntoView({ block: "center" });
  if (scrollMargin) card?.scrollIntoView({ block: "nearest" });
  const address = new URL(location.href);
  address.searchParams.set("statement", id);
  address.hash = `s-${id}`;
  history.replaceState(null, "", address);
}

document.addEventListener("item", (event) => select(event.detail.id.slice(2), { scrollText: true }));

for (const mark of marks) {
  mark.addEventListener("click", () => {
    const ids = mark.dataset.statements.split(" ");
    select(ids[ids.length - 1], { scrollMargin: true });
  });
}

const asked = new URLSearchParams(location.search).get("statement");
if (asked) select(asked, { scrollText: true, scrollMargin: true });
