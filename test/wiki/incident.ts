/** The settings of a wiki with the stand-in for Extension:ReportIncident, which php/report-incident.php explains. */
import { join } from 'node:path';

export const incidentSettings = `require ${JSON.stringify(join(import.meta.dirname, 'php', 'report-incident.php'))};`;
