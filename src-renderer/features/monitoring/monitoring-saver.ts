import { saveMonitoring } from '#actions/save-monitoring'
import type { Monitoring, MonitoringContent } from '#domain/monitoring/monitoring'
import type { Actor } from '#domain/people/duties'
import { monitoringsByIds } from '#storage/monitorings'
import { type FormsSaver, useFormsSaver } from '#ui/use-forms-saver'

export type Patch = (before: Monitoring) => Partial<MonitoringContent>
export type MonitoringSaver = FormsSaver<Monitoring, MonitoringContent>

/** Monitoring forms being written. */
export function useMonitoringSaver(by: Actor): MonitoringSaver {
  return useFormsSaver<Monitoring, MonitoringContent>({
    read: monitoringsByIds,
    keep: (written) => saveMonitoring(written, by),
  })
}
