// What scripts add to a page that works without them. Each module does one thing, and only where it is needed.
import "./keys.js";
import "./drawer.js";
import "./charts.js";

for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;

// Say when newer links are there; never change what somebody is reading.
const PAUSE = 2000;
const notice = document.querySelector("[data-stale-notice]");
async function watch() {
  const answer = await fetch("/state.json");
  if (!answer.ok) return;
  const { stale } = await answer.json();
  if (stale) {
    setTimeout(watch, PAUSE);
    return;
  }
  const again = document.createElement("a");
  again.href = location.href;
  again.textContent = "Newer links are there: show them";
  notice.replaceChildren(again);
}
if (notice) setTimeout(watch, PAUSE);
