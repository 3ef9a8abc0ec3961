import {
  changePersonnelFile,
  createPersonnelFile,
  decideFileRun,
  deletePersonnelFile,
  getFileRun,
  getPersonnelFile,
  listFileRuns,
  listPersonnelFiles,
  releaseFromFile,
  runPersonnelFile,
  testPersonnelFile,
} from '../../contract/personnel-files.ts';
import { thenUser } from '../accounts/get-user.ts';
import { on, type Route } from '../http/door.ts';
import { getFileRunAct, getPersonnelFileAct, listFileRunsAct, listPersonnelFilesAct } from './read-files.ts';
import { releaseFromFileAct } from './release-person.ts';
import { decideFileRunAct, runPersonnelFileAct } from './run-file.ts';
import { changePersonnelFileAct, createPersonnelFileAct, deletePersonnelFileAct } from './save-file.ts';
import { testPersonnelFileAct } from './test-file.ts';

export const personnelFilesRoutes: Route[] = [
  on(listPersonnelFiles, listPersonnelFilesAct),
  on(testPersonnelFile, testPersonnelFileAct),
  on(createPersonnelFile, createPersonnelFileAct),
  on(getPersonnelFile, getPersonnelFileAct),
  on(changePersonnelFile, changePersonnelFileAct),
  on(deletePersonnelFile, deletePersonnelFileAct),
  on(runPersonnelFile, runPersonnelFileAct),
  on(listFileRuns, listFileRunsAct),
  on(getFileRun, getFileRunAct),
  on(decideFileRun, decideFileRunAct),
  on(releaseFromFile, thenUser(releaseFromFileAct)),
];
