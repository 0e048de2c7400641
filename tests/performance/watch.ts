import type { Page } from '@playwright/test'

/** Milliseconds on the page's own clock; what the driver takes in between does not count. */
export type Course = { preview: number; write: number; longestFreeze: number }

type Watch = { chosen: number; shown: number; clicked: number; done: number; freezes: number[] }

declare global {
  interface Window {
    importWatch?: Watch
  }
}

/** Notes on the page when files were chosen, the preview stood, writing was asked for, and was done. */
export async function watchImport(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: Watch = { chosen: 0, shown: 0, clicked: 0, done: 0, freezes: [] }
    window.importWatch = watch
    const root = document.documentElement
    // A choice begins when the browser hands over the files, before anything of the page reacts.
    document.addEventListener('change', () => (watch.chosen ||= performance.now()), { capture: true })
    document.addEventListener('click', () => (watch.clicked = performance.now()), { capture: true })
    new MutationObserver(() => {
      const step = document.querySelector('[data-step]')?.getAttribute('data-step')
      // A frame later it is on the screen.
      if (step === '核对' && watch.shown === 0)
        requestAnimationFrame(() => (watch.shown ||= performance.now()))
      if (step === '写入' && watch.done === 0) requestAnimationFrame(() => (watch.done ||= performance.now()))
    }).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-step'] })
    new PerformanceObserver((list) => {
      // What the driver takes to hand over 300 paths lies before the choice, in the same task.
      for (const { startTime, duration } of list.getEntries()) {
        const end = startTime + duration
        if (watch.chosen > 0 && end > watch.chosen)
          watch.freezes.push(end - Math.max(startTime, watch.chosen))
      }
    }).observe({ type: 'longtask' })
  })
}

/** Waits by a number on the page's clock: looking for texts and roles would take time from what is measured. */
export async function waitFor(page: Page, mark: 'shown' | 'done'): Promise<void> {
  await page.waitForFunction((name) => (window.importWatch?.[name] ?? 0) > 0, mark, { polling: 100 })
}

export async function chooseAndWait(page: Page, paths: readonly string[]): Promise<void> {
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles([...paths])
  await waitFor(page, 'shown')
}

export async function writeAndWait(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `写入 ${count} 项`, exact: true }).click()
  await waitFor(page, 'done')
}

export async function courseOf(page: Page): Promise<Course> {
  // Long tasks are reported a little after they end.
  await page.waitForTimeout(200)
  const watch = await page.evaluate(() => window.importWatch)
  if (!watch) throw new Error('nothing was watched')
  return {
    preview: watch.shown - watch.chosen,
    write: watch.done - watch.clicked,
    longestFreeze: Math.max(0, ...watch.freezes),
  }
}
