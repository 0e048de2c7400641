import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { startGroup } from './build/start-group.mjs'
import { thirdParty } from './build/third-party.mjs'

function here(path: string): string {
  return resolve(import.meta.dirname, path)
}

/** Where a start begins: the entry, and the first page, which is asked for only once it is known who works. */
const startModules = ['src-renderer/main.tsx', 'src-renderer/features/home/HomePage.tsx'].map((path) =>
  here(path).replaceAll('\\', '/'),
)

/** The day of building, YYYY-MM-DD in Beijing. */
function builtOn(): string {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? Date.now() / 1000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(seconds * 1000)
}

export default defineConfig({
  main: {
    plugins: [thirdParty()],
    build: {
      outDir: here('out/main'),
      // Everything is bundled: the installed application carries no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: here('src-main/electron/index.ts'),
          browser: here('src-main/browser/index.ts'),
          launch: here('src-main/browser/launch.ts'),
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
    plugins: [react(), thirdParty(here('out/renderer/third-party.json'))],
    // Fixed from outside, the same sources make the same files.
    define: { builtOn: JSON.stringify(builtOn()) },
    resolve: { alias: { crypto: here('build/no-node-crypto.mjs') } },
    worker: { format: 'es', plugins: () => [thirdParty()] },
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
        // What every start needs comes in two files: a hundred small ones are asked for one after another.
        output: {
          codeSplitting: {
            groups: [
              { name: startGroup(startModules, 'foreign'), debugName: 'start-base', priority: 3 },
              { name: startGroup(startModules, 'own'), debugName: 'start', priority: 2 },
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
