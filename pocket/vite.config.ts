import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  // The server gives the page out under /m; absolute addresses hold with and without the closing slash.
  base: '/m/',
  server: { port: 8322, strictPort: true },
  // Phones in the villages are old, and nothing here needs a newer browser.
  build: { outDir: 'dist', target: 'es2019', sourcemap: false, assetsInlineLimit: 0 },
})
