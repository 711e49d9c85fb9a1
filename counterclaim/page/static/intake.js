// Desk: files and folders are dropped; how far their reading is comes from the server as it goes on.
const drop = document.querySelector("[data-drop]");
const job = document.querySelector("[data-job] [data-told]");

async function send(files, form) {
  const body = new FormData(form);
  body.delete("files");
  for (const { file, path } of files) {
    body.append("files", file, file.name);
    body.append("path", path);
  }
  const answer = await fetch("/intake", { method: "POST", body, headers: { Accept: "application/json" } });
  const told = await answer.json();
  if (answer.ok) location.assign(told.next);
  else complain(form, `${told.message}. ${told.next_step}`);
}

function complain(form, text) {
  const told = document.createElement("p");
  told.className = "notice";
  told.setAttribute("role", "alert");
  told.textContent = text;
  form.prepend(told);
}

async function walk(entry, found) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    found.push({ file, path: entry.fullPath.replace(/^\//, "") });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return;
    for (const each of some) await walk(each, found);
  }
}

function begin(zone) {
  const form = zone.querySelector("form");
  const folder = zone.querySelector("[data-folder]");
  const named = (file) => ({ file, path: file.webkitRelativePath || file.name });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send([...form.elements.files.files, ...folder.files].map(named), form);
  });
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("is-over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const found = [];
    for (const entry of entries) await walk(entry, found);
    send(found.filter(({ file }) => !file.name.startsWith(".")), form);
  });
}

function follow() {
  const bar = document.querySelector("[data-job] progress");
  const source = new EventSource("/intake/stream");
  source.addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    if (!now || now.ended) {
      source.close();
      location.reload();
      return;
    }
    job.textContent = `${now.done}${now.total === null ? "" : ` of ${now.total}`} documents read; ${now.path}`;
    if (now.total) {
      bar.max = now.total;
      bar.value = now.done;
    }
  });
}

if (drop) begin(drop);
if (job) follow();
