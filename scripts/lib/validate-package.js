// Judges a release with the reference implementation of Data Packages: the description against its profile, every row against types, constraints and keys.
//   NODE_PATH=…/node_modules node scripts/lib/validate-package.js DIR
const fs = require('fs'), path = require('path'), zlib = require('zlib');
const { Package } = require('datapackage');
const { Table } = require('tableschema');

// The reference implementation does not unpack.
const opened = (folder, resource) => {
    const file = fs.createReadStream(path.join(folder, resource.descriptor.path));
    return Table.load(resource.descriptor.compression === 'gz' ? file.pipe(zlib.createGunzip()) : file, { schema: resource.descriptor.schema, strict: true });
};

const problems = async folder => {
    const description = await Package.load(path.join(folder, 'datapackage.json'));
    const found = description.errors.map(String);
    const tables = {};
    for (const resource of description.resources) {
        try {
            const rows = tables[resource.name] = await (await opened(folder, resource)).read({ keyed: true });
            if (rows.length !== resource.descriptor.rows)
                found.push(`${resource.name}: ${rows.length} rows, ${resource.descriptor.rows} are told`);
        } catch (error) {
            found.push(...(error.multiple ? error.errors : [error]).slice(0, 10).map(one => `${resource.name}: ${one.message}`));
        }
    }

    for (const resource of description.resources)
        for (const key of resource.schema.foreignKeys) {
            const known = new Set((tables[key.reference.resource] ?? []).map(row => row[key.reference.fields[0]]));
            const lost = (tables[resource.name] ?? []).filter(row => !known.has(row[key.fields[0]])).length;
            if (lost > 0)
                found.push(`${resource.name}: ${lost} rows of no ${key.reference.resource}`);
        }
    return found;
};

problems(process.argv[2]).then(found => {
    found.forEach(problem => console.error(problem));
    process.exitCode = found.length === 0 ? 0 : 1;
});
