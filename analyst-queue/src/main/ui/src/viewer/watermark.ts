/** A tile with the name and the time, aslant; white is where the letters are. */
export function watermarkTile(text: string, density: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(420 * density);
  canvas.height = Math.round(210 * density);
  const context = canvas.getContext('2d');
  if (context === null) {
    return canvas;
  }
  context.fillStyle = 'black';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'white';
  context.font = `${15 * density}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(-Math.PI / 9);
  context.fillText(text, 0, 0, canvas.width * 0.95);
  return canvas;
}
