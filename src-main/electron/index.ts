import { fileURLToPath } from 'node:url'
import * as electron from 'electron'
import { dataFolder, exportFolder } from '../folders.ts'
import { startApplication } from './application.ts'

// Not awaited: Electron becomes ready only after this module has been evaluated.
startApplication(electron, {
  data: dataFolder(process.env),
  exports: exportFolder(process.env),
  renderer: fileURLToPath(new URL('../renderer', import.meta.url)),
  preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
}).catch((error: unknown) => {
  console.error(error)
  electron.dialog.showErrorBox(
    '绩衡无法启动',
    `数据没有受影响。请重新启动；仍不行时请把以下内容告诉维护人员：\n${error}`,
  )
  electron.app.exit(1)
})
