/** Numbers and sizes in words. */
const number = new Intl.NumberFormat('en');

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${number.format(n)} ${n === 1 ? one : many}`;

export function size(bytes: number): string {
  if (bytes < 1e3) return count(bytes, 'byte');
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
