import type { YearBook } from '#domain/year-book'
import { momentText } from '#ui/moment-text'
import { Band } from './Band.tsx'

/** The band of a book that another machine gave out to be read. */
export function ReadOnlyBand({ readOnly }: { readOnly: NonNullable<YearBook['readOnly']> }) {
  return (
    <Band>
      <span aria-hidden="true">○</span> 只读账套：{readOnly.from} {momentText(readOnly.madeAt)}{' '}
      导出的副本，只供查看、打印和导出，不能修改；在“设置 › 备份”中可移除。
    </Band>
  )
}
