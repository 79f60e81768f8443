declare module 'html-encoding-sniffer' {
  /** The WHATWG encoding sniffing algorithm: byte-order mark, transport, `meta` in the first 1,024 bytes, default. */
  export default function sniff(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string; xml?: boolean },
  ): string
}
