import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

function here(path: string): string {
  return resolve(import.meta.dirname, path)
}

export default defineConfig({
  main: {
    build: {
      outDir: here('out/main'),
      // Everything is bundled: the installed application carries no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: here('src-main/electron/index.ts'),
          browser: here('src-main/browser/index.ts'),
          folders: here('src-main/folders.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: here('out/preload'),
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: here('src-main/electron/preload.ts') },
        // A sandboxed preload is run as a CommonJS script.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    plugins: [react()],
    resolve: { alias: { crypto: here('build/no-node-crypto.mjs') } },
    worker: { format: 'es' },
    build: {
      outDir: here('out/renderer'),
      target: 'chrome109',
      // The content policy allows no data: fonts and no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      minify: true,
      rollupOptions: {
        input: here('src-renderer/index.html'),
        // What every start needs comes in a few files: a hundred small ones are asked for one after another.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'base',
                test: /node_modules[\\/](@mui[\\/](material|system|utils|styled-engine)|@emotion|react|react-dom|scheduler|react-router|dexie|dexie-react-hooks|stylis)[\\/]/,
              },
              { name: 'parts', test: /src-renderer[\\/](session|desktop|ui[\\/](?!chart|PdfPages|Marked))/ },
            ],
          },
        },
      },
    },
  },
})
