import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Record<string, string | undefined>

/** Where the data lives, for ever: renaming or reinstalling the program must find it again. */
export function dataFolder(
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const named = environment.JIHENG_DATA || dataBeside(environment)
  if (named) return named
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'JiHeng')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'JiHeng')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'JiHeng')
}

/** The portable folder keeps its data within itself where someone made a folder `data` there. */
function dataBeside(environment: Environment): string | undefined {
  const beside = environment.JIHENG_HOME && join(environment.JIHENG_HOME, 'data')
  return beside && existsSync(beside) ? beside : undefined
}

/** Where exports go: 绩衡导出 in the documents folder, or in the home folder where there is none. */
export function exportFolder(environment: Environment, home: string = homedir()): string {
  const named = environment.JIHENG_EXPORTS
  if (named) return named
  // Who carries the data along wants the exports along too.
  if (environment.JIHENG_HOME && dataBeside(environment)) return join(environment.JIHENG_HOME, '绩衡导出')
  const documents = ['Documents', '文档', '我的文档'].map((name) => join(home, name)).find(existsSync)
  return join(documents ?? home, '绩衡导出')
}

/**
 * Has the browser edition been used in a window of its own? Its data is not seen from Electron, nor the reverse.
 *
 * @public `build/start.mjs` asks the built file.
 */
export function hasBrowserProfile(environment: Environment): boolean {
  return existsSync(browserProfile(dataFolder(environment)))
}

export function browserProfile(data: string): string {
  return join(data, 'browser')
}

/** Attachments lie beside the browser's own files, never among them. */
export function attachmentFolder(data: string): string {
  return join(data, 'attachments')
}

/** Backups lie beside the data they are of; a copy elsewhere is for the day the disk breaks. */
export function backupFolder(data: string): string {
  return join(data, 'backups')
}
