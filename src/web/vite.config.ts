import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The page's scripts and styles, prebuilt and shipped: `manifest.json` tells the server their names. */
export default defineConfig({
  root: here('.'),
  base: '/assets/',
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  build: {
    outDir: here('../../dist/src/web'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    assetsDir: '',
    assetsInlineLimit: 0,
    target: 'es2022',
    rollupOptions: { input: { room: here('index.html'), theme: here('theme.ts') } },
  },
})
