import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses: the page works under whatever path the server gives it.
  base: './',
  server: { port: 8322, strictPort: true },
  // Phones in the villages are old, and nothing here needs a newer browser.
  build: { outDir: 'dist', target: 'es2019', sourcemap: false, assetsInlineLimit: 0 },
})
