/** Whether this Node reads TypeScript itself: 22.18 and newer. */
export const nativeTypeScript = (): boolean => Boolean((process.features as { typescript?: unknown }).typescript)
