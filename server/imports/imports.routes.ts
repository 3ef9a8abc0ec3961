import {
  checkImport,
  deleteImport,
  exportRefusedRows,
  getImport,
  getImportTemplate,
  listImportRows,
  listImports,
  runImport,
  undoImport,
  uploadImport,
} from '../../contract/imports.ts';
import { on, onStream, type Route } from '../http/door.ts';
import { checkImportAct, deleteImportAct, runImportAct, undoImportAct } from './change-import.ts';
import { getImportAct, listImportsAct } from './list-imports.ts';
import { listImportRowsAct } from './list-rows.ts';
import { uploadImportAct } from './upload-import.ts';
import { exportRefusedRowsAct, getImportTemplateAct } from './write-csv.ts';

export const importsRoutes: Route[] = [
  on(uploadImport, uploadImportAct),
  on(listImports, listImportsAct),
  onStream(getImportTemplate, getImportTemplateAct),
  on(getImport, getImportAct),
  on(checkImport, checkImportAct),
  on(listImportRows, listImportRowsAct),
  on(runImport, runImportAct),
  on(undoImport, undoImportAct),
  on(deleteImport, deleteImportAct),
  onStream(exportRefusedRows, exportRefusedRowsAct),
];
