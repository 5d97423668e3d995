export function report(error: unknown): void {
  console.error('Digest Lens:', error);
}
