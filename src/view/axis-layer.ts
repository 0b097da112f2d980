import type { Frame } from '../model';
import type { AxisDrawing, Theme } from '../scene';
import { Canvas, FONT } from './canvas';

const SIZE = 11.5;

/** Hairlines below the marks; the words of the bottom edge on a strip of their own above them. */
export class AxisLayer {
  readonly below = new Canvas();
  readonly above = new Canvas();
  #height = 0;

  resize(frame: Frame): void {
    this.#height = frame.height;
    this.below.resize(frame);
    this.above.resize({ width: frame.width, height: 24 });
    this.above.element.style.top = `${frame.height - 24}px`;
  }

  draw(axes: AxisDrawing, theme: Theme): void {
    const context = this.below.begin();
    const isEmpty = axes.hairlines.length === 0 && axes.circles.length === 0 && axes.texts.length === 0;
    // A canvas that was only cleared may go on showing its last picture (seen in Chromium without a GPU).
    this.below.element.style.visibility = isEmpty ? 'hidden' : 'visible';
    context.lineWidth = this.below.hairline;
    for (const line of axes.hairlines) this.#rule(context, line, theme);
    context.strokeStyle = theme.faint;
    for (const { x, y, radius } of axes.circles) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    }
    const strip = this.above.begin();
    for (const text of axes.texts) this.#write(text.isFoot ? strip : context, text, theme);
  }

  #rule(context: CanvasRenderingContext2D, line: AxisDrawing['hairlines'][number], theme: Theme): void {
    context.strokeStyle = theme.faint;
    context.globalAlpha = line.isMajor ? 1 : 0.55;
    context.beginPath();
    const isUpright = line.x1 === line.x2;
    const [x1, x2] = isUpright ? [this.below.snap(line.x1), this.below.snap(line.x2)] : [line.x1, line.x2];
    const [y1, y2] = isUpright ? [line.y1, line.y2] : [this.below.snap(line.y1), this.below.snap(line.y2)];
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
    context.globalAlpha = 1;
  }

  #write(context: CanvasRenderingContext2D, text: AxisDrawing['texts'][number], theme: Theme): void {
    const y = text.isFoot ? text.y - this.#height + 24 : text.y;
    context.font = `${SIZE}px ${FONT}`;
    context.textAlign = text.isCentred ? 'center' : 'left';
    context.strokeStyle = theme.paper;
    context.lineWidth = 4;
    context.strokeText(text.text, text.x, y);
    context.fillStyle = theme.muted;
    context.fillText(text.text, text.x, y);
    context.lineWidth = this.below.hairline;
  }
}
