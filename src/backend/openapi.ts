/** The OpenAPI 3.1 document, made from the route table: nothing is described twice. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { Problem } from '../contract/problem.ts';
import { routes, type Access, type Route } from '../contract/routes.ts';
import type { BackendConfig } from './config.ts';

type Json = Record<string, unknown>;

/** What JSON Schema cannot say (checks of our own, transformed types) is left out of the description, not of the check. */
function schemaOf(schema: v.GenericSchema, mode: 'input' | 'output'): Json {
	const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: mode });
	return rest;
}

const content = (schema: v.GenericSchema, mode: 'input' | 'output'): Json => ({
	'application/json': { schema: schemaOf(schema, mode) },
});

const security: Readonly<Record<Access, Json[]>> = {
	anyone: [],
	capability: [{ capability: [] }],
	session: [{ session: [] }],
	handler: [{ session: [] }],
	custodian: [{ session: [] }],
	reviewer: [{ session: [] }],
	recovery: [{ session: [] }],
};

function parametersIn(place: 'path' | 'query', schema: v.GenericSchema | undefined): Json[] {
	if (!schema) return [];
	const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
		properties?: Record<string, Json>;
		required?: string[];
	};
	return Object.entries(properties).map(([name, inner]) => ({
		name,
		in: place,
		required: required.includes(name),
		schema: inner,
	}));
}

function operation(id: string, route: Route): Json {
	return {
		operationId: id,
		summary: route.summary,
		security: security[route.access],
		parameters: [...parametersIn('path', route.params), ...parametersIn('query', route.query)],
		...(route.body ? { requestBody: { required: true, content: content(route.body, 'input') } } : {}),
		responses: {
			200: { description: route.summary, content: content(route.answer, 'output') },
			default: { $ref: '#/components/responses/Problem' },
		},
	};
}

export function openapi(config: Pick<BackendConfig, 'publicOrigin'>, version: string): Json {
	const paths: Record<string, Json> = {};
	for (const [id, route] of Object.entries<Route>(routes)) {
		const path = route.path.replace(/:(\w+)/g, '{$1}');
		paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(id, route) };
	}
	return {
		openapi: '3.1.0',
		info: { title: 'Wikihaven', version, license: { name: 'GPL-2.0-or-later', identifier: 'GPL-2.0-or-later' } },
		servers: [{ url: config.publicOrigin }],
		paths,
		components: {
			securitySchemes: {
				capability: { type: 'http', scheme: 'capability', description: '32 bytes made by the client, base64url' },
				session: { type: 'http', scheme: 'bearer', description: 'Opaque token of a signed-in person' },
			},
			responses: {
				Problem: {
					description: 'A problem: the key of a message and its parameters',
					content: content(Problem, 'output'),
				},
			},
		},
	};
}
