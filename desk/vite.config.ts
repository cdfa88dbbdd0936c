import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The page's own host stays in the request: the server refuses pages of another origin.
const toServer = { target: 'http://127.0.0.1:8320', changeOrigin: false }
const proxy = Object.fromEntries(['/api', '/rpc', '/uploads', '/downloads'].map((path) => [path, toServer]))

// React and the router change with releases of theirs, not with ours: kept apart, a browser keeps them over an update.
const lasting = /node_modules\/(react|react-dom|scheduler|@tanstack|@orpc|dayjs)\//

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { port: 8321, strictPort: true, proxy },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Office machines still run browsers of 2021; the source maps would double what an embedded install carries.
    sourcemap: false,
    // Inlined fonts and images would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'lasting', test: lasting }] } } },
  },
})
