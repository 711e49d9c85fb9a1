// Keys: every action that has one carries it as data-key, so this list is the page itself.
const typing = (target) => target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
const items = () => [...document.querySelectorAll("main [data-item]")].filter((each) => each.offsetParent !== null);
const ROOMS = { d: "/disputes", h: "/", r: "/read", e: "/events", a: "/actors", t: "/timeline", m: "/map", n: "/network", v: "/review", x: "/exports" };
const GO_PAUSE = 1200;
let going = 0;

function step(by) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement.closest("[data-item]"));
  const next = all[at === -1 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  document.dispatchEvent(new CustomEvent("item", { detail: next }));
}

function press(key) {
  const inside = document.activeElement.closest("[data-item]");
  const wanted = `[data-key="${CSS.escape(key)}"]`;
  const target = inside?.querySelector(wanted) ?? document.querySelector(`main > * ${wanted}, main ${wanted}`);
  if (!target || target.disabled) return false;
  target.click();
  return true;
}

function openItem() {
  const inside = document.activeElement.closest("[data-item]");
  if (!inside || inside !== document.activeElement) return false;
  inside.querySelector("a[href]")?.click();
  return true;
}

function help() {
  const drawer = document.getElementById("drawer");
  const rows = [
    ["j k", "next, previous entry"], ["Enter", "open the entry"], ["/", "search"], ["Escape", "close"],
    ["g then h r d e a t m n v x", "go to desk, read, disputes, events, actors, timeline, map, network, review, exports"],
  ];
  for (const each of document.querySelectorAll("main [data-key]")) {
    const key = each.dataset.key === " " ? "space" : each.dataset.key;
    if (!rows.some(([known]) => known === key)) rows.push([key, (each.textContent || "").replace(each.querySelector("kbd")?.textContent ?? "", "").trim()]);
  }
  const list = document.createElement("dl");
  list.className = "facts";
  for (const [key, does] of rows) {
    const term = document.createElement("dt");
    const told = document.createElement("kbd");
    told.textContent = key;
    term.append(told);
    const said = document.createElement("dd");
    said.textContent = does;
    list.append(term, said);
  }
  const head = document.createElement("h2");
  head.textContent = "Keys";
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => drawer.close());
  drawer.replaceChildren(close, head, list);
  drawer.showModal();
}

const ALWAYS = {
  j: () => step(1), k: () => step(-1), "?": help, Enter: openItem,
  "/": () => document.getElementById("find").focus(),
  g: () => { going = Date.now(); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === " " && event.target.closest("button, summary, a")) return;
  if (Date.now() - going < GO_PAUSE && ROOMS[event.key]) {
    location.assign(ROOMS[event.key]);
    event.preventDefault();
    return;
  }
  const done = ALWAYS[event.key] ? ALWAYS[event.key]() !== false : press(event.key);
  if (done) event.preventDefault();
});
