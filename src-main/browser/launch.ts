// What a double click on the portable folder runs: the edition without a console of its own, and whether it opened.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const home = fileURLToPath(new URL('../../..', import.meta.url))
const edition = fileURLToPath(new URL('browser.js', import.meta.url))
const reportSchema = z.object({ opened: z.boolean(), words: z.string() })
const patience = 70_000

const child = fork(edition, [], {
  // Its own group and no console: closing the starter's window does not end it.
  detached: true,
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  env: { ...process.env, JIHENG_HOME: home },
})

console.log('正在打开绩衡……')

function end(words: string): void {
  if (words !== '') console.error(words)
  // The starter keeps words on the screen when told of a failure.
  process.exit(words === '' ? 0 : 1)
}

child.once('message', (message) => {
  const { opened, words } = reportSchema.parse(message)
  if (opened) child.unref()
  end(words)
})
child.once('error', (error) => end(`绩衡无法启动，数据没有受影响：${error.message}`))
child.once('exit', (code) => end(`绩衡没有启动成功（${code ?? '被系统结束'}），数据没有受影响。`))
setTimeout(() => end('绩衡一分钟内没有打开窗口，数据没有受影响。请稍候再双击一次。'), patience).unref()
