import { searchableMunicipalities } from '../../../shared/domain/regions/municipalities.ts'

/** Every municipality for the search field. The build runs this file and puts its values in the page, without the code. */
export const municipalityRows = searchableMunicipalities()
