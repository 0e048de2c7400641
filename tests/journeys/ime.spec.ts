import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { everyPage, openPlace, recordsOf } from './every-page.ts'
import { composed, inputMethod, textFields } from './ime.ts'
import { openDemo, visit } from './start-book.ts'

test.use({ holds: 'demo' })

/** What goes wrong in the first fields of what is open, each named by its number. */
async function faults(page: Page, most: number, pause: number): Promise<string[]> {
  const method = await inputMethod(page)
  const found: string[] = []
  // A search changes what there is: the fields are counted anew each time.
  for (let index = 0; index < Math.min(most, await textFields(page).count()); index++) {
    const fault = await composed(method, textFields(page).nth(index), index === 0 ? pause : 0)
    if (fault !== '') found.push(`field ${index + 1}: ${fault}`)
  }
  await method.detach()
  return found
}

test('an input method writes every kind of field: nothing lost, nothing twice, no key goes astray', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  const places = {
    search: 'goals',
    'cells of a table': 'settings/sections',
    'fields of the theme': 'books',
    'one line, several, an amount': `goals/${(await recordsOf(page, 'goals')).find(({ status }) => status === 'draft')?.id}`,
  }
  for (const [kind, path] of Object.entries(places)) {
    // What was composed into a page that is being left would be lost with it.
    await visit(page, 'help')
    await expect(page.getByRole('searchbox', { name: '查找手册' })).toBeVisible()
    await visit(page, path)
    await expect(page.getByRole('searchbox', { name: '查找手册' })).toBeHidden()
    await expect(textFields(page).first()).toBeVisible()
    expect.soft(await faults(page, kind.startsWith('one') ? 9 : 2, 900), kind).toEqual([])
  }
  await visit(page, 'goals/library')
  await page.getByRole('button', { name: '新建个性指标' }).click()
  await expect(page.getByRole('button', { name: '提出' })).toBeVisible()
  expect.soft(await faults(page, 5, 0), 'the form of a new record').toEqual([])
  expect(app.complaints).toEqual([])
})

/** 项目概况 as the store has it. */
function keptOverview(page: Page, goalId: string): Promise<string> {
  return page.evaluate(
    (id) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('jiheng')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('goals').objectStore('goals').get(id)
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            resolve(String(reading.result?.overview))
          }
        }
      }),
    goalId,
  )
}

test('what an input method writes without a pause is kept, and a window that holds it asks before it goes', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  const draft = (await recordsOf(page, 'goals')).find(({ status }) => status === 'draft')
  await visit(page, `goals/${draft?.id}`)
  const field = page.locator('[data-field=overview] textarea')
  await field.click()
  await page.keyboard.press('Control+End')
  const method = await inputMethod(page)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  async function typed(): Promise<void> {
    await method.send('Input.imeSetComposition', { text: 'yu', selectionStart: 2, selectionEnd: 2 })
    await page.waitForTimeout(250)
    await method.send('Input.insertText', { text: '预算' })
  }
  await expect(async () => {
    await typed()
    expect(await keptOverview(page, String(draft?.id))).toContain('预算预算')
  }).toPass({ intervals: [50], timeout: 12_000 })
  await typed()
  await page.evaluate(() => window.setTimeout(() => location.reload()))
  await expect.poll(() => asked).toEqual(['beforeunload'])
  const text = await field.inputValue()
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue(text)
  expect(asked).toHaveLength(1)
})

test('an input method writes the fields of every page @soak', async ({ page, app }) => {
  test.setTimeout(600_000)
  page.setDefaultTimeout(10_000)
  await openDemo(page, app)
  const { places } = await everyPage(page)
  for (const place of places) {
    await openPlace(page, place)
    expect.soft(await faults(page, 40, 900), place.pattern).toEqual([])
  }
})
