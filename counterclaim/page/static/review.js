// Review: a decision is sent, and the next item takes its place, without loading the page anew.
const main = document.getElementById("main");

async function load(address) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  main.replaceChildren(...page.getElementById("main").childNodes);
  history.pushState(null, "", address);
}

function complain(text) {
  const told = document.createElement("p");
  told.className = "notice";
  told.setAttribute("role", "alert");
  told.textContent = text;
  main.prepend(told);
}

async function decide(form) {
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  const told = await answer.json();
  if (answer.ok) await load(told.next);
  else complain(`${told.message}. ${told.next_step}`);
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-decision]")) return;
  event.preventDefault();
  decide(event.target);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-opens]");
  if (link) {
    event.preventDefault();
    const part = document.getElementById(link.dataset.opens);
    part.open = true;
    part.querySelector("input:not([type=hidden]), select")?.focus();
    return;
  }
  const skip = event.target.closest('a[data-key=" "]');
  if (skip && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    load(skip.href);
  }
});

window.addEventListener("popstate", () => location.reload());
