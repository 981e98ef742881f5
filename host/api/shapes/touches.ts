/** What an act would touch. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'

/** Groups of things by name: 评分表 of whom, 申报 which, 成员 who. */
export type TouchesView = { name: Text; names: Text[] }[]
