// SharePoint's refusals about files and folders: platform.md 5 for those that are not found, answers quoted in public repositories for the others.
import { SharePointError } from './errors';

const spException = 'Microsoft.SharePoint.SPException';
const checkOutException = 'Microsoft.SharePoint.SPFileCheckOutException';

/** By path or by id; one the viewer may not see answers the same. */
export function unknownFile(name: string): SharePointError {
  return new SharePointError({
    status: 404,
    code: `-2130575338, ${spException}`,
    message: `The file ${name} does not exist.`
  });
}

export function unknownFolder(): SharePointError {
  return new SharePointError({ status: 404, code: '-2147024894, System.IO.FileNotFoundException', message: 'File Not Found.' });
}

/** That it comes with 400 is as in recorded answers. */
export function fileExists(name: string, by: string, when: string): SharePointError {
  return new SharePointError({
    status: 400,
    code: `-2130575257, ${spException}`,
    message: `A file with the name ${name} already exists. It was last modified by ${by} on ${when}.`
  });
}

export function folderExists(name: string): SharePointError {
  return new SharePointError({
    status: 400,
    code: `-2130575257, ${spException}`,
    message: `A file or folder with the name ${name} already exists.`
  });
}

/** The status is a guess. */
export function badFileName(name: string): SharePointError {
  return new SharePointError({
    status: 400,
    code: `-2130575245, ${spException}`,
    message: `The file or folder name "${name}" contains characters that are not permitted.  Please use a different name.`
  });
}

/** Changing what another has checked out, or checking it out again. */
export function checkedOut(url: string, by: string): SharePointError {
  return new SharePointError({
    status: 423,
    code: `-2130575306, ${checkOutException}`,
    message: `The file "${url}" is checked out for editing by ${by}.`
  });
}

export function notCheckedOut(name: string): SharePointError {
  return new SharePointError({ status: 423, code: `-2147024738, ${checkOutException}`, message: `The file "${name}" is not checked out.` });
}

/** POST to the items of a library: 500 as in recorded answers; the code is a guess. */
export function fileNeeded(): SharePointError {
  return new SharePointError({
    status: 500,
    code: '-2147467263, System.NotSupportedException',
    message: 'To add an item to a document library, use SPFileCollection.Add()'
  });
}

/** Publishing in a library that keeps major versions only; status and code are a guess. */
export function noMinorVersions(): SharePointError {
  return new SharePointError({
    status: 500,
    code: `-2147467259, ${spException}`,
    message: 'You can only publish, unpublish documents in a minor version enabled list.'
  });
}

/** A version that is not there, or the current one where only an old one will do; status and code are a guess. */
export function unknownFileVersion(): SharePointError {
  return new SharePointError({
    status: 404,
    code: '-2147024809, System.ArgumentException',
    message: 'Value does not fall within the expected range.'
  });
}

/** A piece that does not follow the one before, or an upload that was never begun; status and code are a guess. */
export function badUpload(message: string): SharePointError {
  return new SharePointError({ status: 400, code: '-2147024809, System.ArgumentException', message });
}
