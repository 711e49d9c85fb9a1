// A chart as a picture of dots: drawn by the browser from the very file that is saved as SVG.
const SHARP = 2;

async function picture(address) {
  const drawing = new Image();
  drawing.src = address;
  await drawing.decode();
  const canvas = document.createElement("canvas");
  canvas.width = drawing.naturalWidth * SHARP;
  canvas.height = drawing.naturalHeight * SHARP;
  canvas.getContext("2d").drawImage(drawing, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function save(button) {
  button.disabled = true;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await picture(button.dataset.chart));
  link.download = button.dataset.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  button.disabled = false;
}

for (const button of document.querySelectorAll("[data-chart]")) button.addEventListener("click", () => save(button));
