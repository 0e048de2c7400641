import { useToast } from './Toast.tsx'
import type { Saving } from './use-queue.ts'

/** Runs work that needs all that was written to be kept before it; where it is not, nothing is done and that is said. */
export function useWhenKept({ flush }: Pick<Saving, 'flush'>): (work: () => Promise<unknown>) => void {
  const { attempt, say } = useToast()
  return (work) =>
    attempt(async () => {
      if (await flush()) await work()
      else say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
    })
}
