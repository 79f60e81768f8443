/** The folders of tables that languages and identity are handed. */
export const gazetteerFolders = ['languages/vi/gazetteer', 'identity/gazetteer']
