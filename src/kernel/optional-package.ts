import { Fault } from './fault.ts'

/**
 * Loads a package that only some users need, when it is needed: `optionalPackage('unpdf', 'read a PDF', () => import('unpdf'))`.
 * A package that is not installed is the fault `missing-dependency` with its cure; any other failure passes as it is.
 */
export const optionalPackage = async <Module>(name: string, attempted: string, load: () => Promise<Module>): Promise<Module> => {
  try {
    return await load()
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Fault(
      'missing-dependency',
      { attempted, found: `the optional package ${name} is not installed`, cure: `Run: npm install ${name}`, package: name },
      error,
    )
  }
}
