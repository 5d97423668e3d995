let canvas: CanvasRenderingContext2D | null = null;

/** A function that tells the width of a text in an element's font, or in another weight and size of it. */
export function textMeasure(element: Element, weightAndSize?: string): (text: string) => number {
  canvas ??= document.createElement('canvas').getContext('2d');
  const { font, fontFamily } = getComputedStyle(element);
  const measured = weightAndSize === undefined ? font : `${weightAndSize} ${fontFamily}`;
  return (text) => {
    if (!canvas) return 0;
    canvas.font = measured;
    return canvas.measureText(text).width;
  };
}
