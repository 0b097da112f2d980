import type { Frame } from '../model';
import type { Point, Theme } from '../scene';
import { Canvas, FONT } from './canvas';
import type { Plate, Writing, Written } from './writing';

/** Labels above the marks, each with a thin paper halo so that no line cuts it. */
export class LabelLayer {
  readonly canvas = new Canvas();

  resize(frame: Frame): void {
    this.canvas.resize(frame);
  }

  draw(writing: Writing, theme: Theme): void {
    const context = this.canvas.begin();
    this.shift({ x: 0, y: 0 });
    for (const label of writing.labels) drawLabel(context, label, theme);
    if (writing.plate) drawPlate(context, writing.plate, theme);
  }

  shift(by: Point): void {
    const ratio = window.devicePixelRatio || 1;
    const [x, y] = [by.x, by.y].map((value) => Math.round(value * ratio) / ratio);
    this.canvas.element.style.transform = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px)`;
  }
}

function drawLabel(context: CanvasRenderingContext2D, label: Written, theme: Theme): void {
  context.globalAlpha = label.strength;
  context.font = `${label.isStrong ? 600 : 400} ${label.size}px ${FONT}`;
  context.strokeStyle = theme.paper;
  context.lineWidth = 4;
  context.strokeText(label.text, label.x, label.y);
  context.fillStyle = theme.ink;
  context.fillText(label.text, label.x, label.y);
  if (label.note) {
    const x = label.x + label.width + 5;
    context.strokeText(label.note, x, label.y);
    context.fillStyle = theme.muted;
    context.fillText(label.note, x, label.y);
  }
  context.globalAlpha = 1;
}

function drawPlate(context: CanvasRenderingContext2D, plate: Plate, theme: Theme): void {
  context.beginPath();
  context.roundRect(plate.left, plate.top, plate.width, plate.height, 4);
  context.fillStyle = theme.paper;
  context.fill();
  context.strokeStyle = theme.faint;
  context.lineWidth = 1;
  context.stroke();
  for (const row of plate.rows) {
    context.font = `${row.isTitle ? 600 : 400} 13px ${FONT}`;
    context.fillStyle = row.isTitle ? theme.ink : theme.muted;
    context.fillText(row.text, row.x, row.y);
  }
}
