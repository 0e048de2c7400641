import type { RouteObject } from 'react-router'
import { SettingsStart } from '../SettingsStart.tsx'
import { page } from './page.ts'

const settings: RouteObject[] = [
  { index: true, element: <SettingsStart /> },
  page('units', 'see-base', async () => (await import('../../features/settings/UnitsTab.tsx')).UnitsTab),
  page(
    'sections',
    'see-base',
    async () => (await import('../../features/settings/SectionsTab.tsx')).SectionsTab,
  ),
  page('book', 'see-base', async () => (await import('../../features/settings/BookTab.tsx')).BookTab),
  page('rules', 'see-base', async () => (await import('../../features/settings/RulesTab.tsx')).RulesTab),
  page('calendar', null, async () => (await import('../../features/settings/CalendarTab.tsx')).CalendarTab),
  page(
    'regulations',
    'see-regulations',
    async () => (await import('../../features/settings/RegulationsTab.tsx')).RegulationsTab,
  ),
  page(
    'experts',
    'see-experts',
    async () => (await import('../../features/experts/ExpertsTab.tsx')).ExpertsTab,
  ),
  page(
    'agencies',
    'see-experts',
    async () => (await import('../../features/experts/AgenciesTab.tsx')).AgenciesTab,
  ),
  page(
    'accounts',
    'see-accounts',
    async () => (await import('../../features/settings/AccountsTab.tsx')).AccountsTab,
  ),
  page('duties', 'see-duties', async () => (await import('../../features/settings/DutiesTab.tsx')).DutiesTab),
  page('audit', 'read-audit', async () => (await import('../../features/audit/AuditTab.tsx')).AuditTab),
  page('backup', 'see-backups', async () => (await import('../../features/backup/BackupTab.tsx')).BackupTab),
  page('about', null, async () => (await import('../../features/settings/AboutTab.tsx')).AboutTab),
]

/** 设置 with its tabs. */
export const settingsRoutes: RouteObject[] = [
  {
    ...page(
      'settings',
      null,
      async () => (await import('../../features/settings/SettingsPage.tsx')).SettingsPage,
    ),
    children: settings,
  } as RouteObject, // a page with children is no index route, which the type cannot see
]
