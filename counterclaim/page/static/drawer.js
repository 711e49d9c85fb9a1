// The drawer: why the ledger says so, beside what one is reading. Without scripts it is a page of its own.
const drawer = document.getElementById("drawer");

async function show(link) {
  const answer = await fetch(link.href, { headers: { "X-Counterclaim-Part": "1" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => drawer.close());
  drawer.replaceChildren(close, ...page.body.childNodes);
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
  drawer.addEventListener("close", () => link.isConnected && link.focus(), { once: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-drawer]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    if (event.target === drawer) drawer.close();
    return;
  }
  event.preventDefault();
  show(link);
});
