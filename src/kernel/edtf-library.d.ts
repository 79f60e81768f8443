declare module 'edtf' {
  /** Parses an EDTF string; `min` and `max` are milliseconds since the epoch, ±Infinity for open ends. Throws on anything else. */
  export default function edtf(text: string): { readonly min: number; readonly max: number; readonly edtf: string }
}
