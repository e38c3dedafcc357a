"""The declared forms as the generators of test documents need them: a list of cells with their labels, and the rows that a total adds up."""
import json, pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[1] / 'forms'


def form(form_id, genre='goi-annual-report'):
    return json.loads((FOLDER / genre / f'{form_id}.json').read_text(encoding='utf-8'))


def cells(form_id):
    """Cells in printed order: id, section (its numeral), group, row, column."""
    declared = form(form_id)
    numbers = {section['id']: section.get('number') for section in declared['sections']}
    listed = []
    for table in declared['tables']:
        side_by_side = table['shape'] == 'side-by-side'
        for row in table['rows']:
            for column in table['columns']:
                if column['id'] in row.get('columns', [column['id']]):
                    group = row.get('group', []) + ([row['label']] if side_by_side else [])
                    listed.append({
                        'id': row['id'] if table.get('ids') == 'row' else f"{table['id']}.{row['id']}.{column['id']}",
                        'section': numbers[table['section']], 'group': '/'.join(group) or None,
                        'row': None if side_by_side else row['label'], 'column': column['label']})
    return listed


def addends(form_id, equation):
    """Right side of an equation, such as the result rows of handled_total."""
    return next(rule['right'] for block in form(form_id)['equations'] for rule in block['equations'] if rule['id'] == equation)
