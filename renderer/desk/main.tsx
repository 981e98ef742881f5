/** The page of the secretariat's desk. */
import '../kit/no-eval.ts'
import { mount } from '../kit/app-frame.tsx'
import { DeskApp } from './desk-app.tsx'
import { rememberDesk } from './remember.ts'

await rememberDesk()
mount(<DeskApp />)
