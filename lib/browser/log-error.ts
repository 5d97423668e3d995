export function logError(error: unknown): void {
  console.error('Digest Lens:', error);
}
