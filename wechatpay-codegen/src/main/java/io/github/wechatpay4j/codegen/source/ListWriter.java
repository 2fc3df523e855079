/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.codegen.source;

import java.util.Collection;
import java.util.stream.Collectors;

import com.palantir.javapoet.ClassName;
import io.github.wechatpay4j.codegen.description.ApiOperation;
import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.Product;
import io.github.wechatpay4j.codegen.description.Webhook;

/**
 * Writes the lists that follow from the description: of operations, for programs and for
 * readers, and of types, for native images.
 */
final class ListWriter {

	private ListWriter() {
	}

	/** A line {@code METHOD,path,request type,answer type} for each operation. */
	static String operations(Description description, RequestWriter requests) {
		return description.operations()
			.map((operation) -> operation.method() + "," + operation.path() + ","
					+ RequestWriter.name(operation).canonicalName() + "," + requests.answer(operation).canonicalName()
					+ "\n")
			.sorted()
			.collect(Collectors.joining());
	}

	/**
	 * What Jackson does to a record by reflection, under the condition that the program
	 * can reach the type: an image holds only the products that it uses.
	 */
	static String reflection(Collection<ClassName> types) {
		return types.stream()
			.map(ClassName::reflectionName)
			.sorted()
			.map((name) -> "{\"condition\":{\"typeReachable\":\"" + name + "\"},\"name\":\"" + name
					+ "\",\"allDeclaredConstructors\":true,\"allDeclaredMethods\":true,\"allDeclaredFields\":true}")
			.collect(Collectors.joining(",\n", "[\n", "\n]\n"));
	}

	/** The page of the documentation that lists every operation. */
	static String documentation(Description description) {
		StringBuilder page = new StringBuilder("# Operations\n\nGenerated from `wechatpay-api/src/main/openapi`. ")
			.append(description.operations().count())
			.append(" operations and ")
			.append(description.webhooks().flatMap((webhook) -> webhook.events().stream()).distinct().count())
			.append(" event types, of ")
			.append(description.products().size())
			.append(" products. Verified operations were compared field by field with a second source. Incubating ones were")
			.append(" described from one source and are outside the promise of compatibility; they carry `@Incubating`.")
			.append(" Where an answer repeats a number or a merchant of its request, it is compared: an answer about another one is")
			.append(" refused (see [calls](calls.md)). ")
			.append(description.operations().filter((operation) -> operation.marks().echoes().isEmpty()).count())
			.append(" operations repeat nothing, or it is not known that they do.\n");
		description.products().forEach((product) -> product(product, page));
		return page.toString();
	}

	private static void product(Product product, StringBuilder page) {
		page.append("\n## ")
			.append(product.label())
			.append("\n\n`")
			.append(product.packageName())
			.append("`, ")
			.append(status(!product.incubating()))
			.append("\n\n| operation | | method and path | request | the answer repeats | status |\n|---|---|---|---|---|---|\n");
		product.operations().forEach((operation) -> page.append(row(operation)));
		if (!product.webhooks().isEmpty()) {
			page.append("\n| notification | payload | status |\n|---|---|---|\n");
			product.webhooks().forEach((webhook) -> page.append(row(webhook)));
		}
	}

	private static String row(Webhook webhook) {
		return "| `" + String.join("`, `", webhook.events()) + "` | `" + webhook.type().name() + "`" + answer(webhook)
				+ " | " + status(webhook.verified()) + " |\n";
	}

	private static String answer(Webhook webhook) {
		if (webhook.answer() == null) {
			return "";
		}
		return ", answered with " + (webhook.answerSigned() ? "a signed " : "a ") + "`" + webhook.answer().name() + "`";
	}

	private static String status(boolean verified) {
		return verified ? "verified" : "incubating";
	}

	private static String echoes(ApiOperation operation) {
		return operation.marks()
			.echoes()
			.keySet()
			.stream()
			.map((field) -> "`" + field + "`")
			.collect(Collectors.joining(", "));
	}

	private static String row(ApiOperation operation) {
		String label = operation.link().isEmpty() ? operation.label()
				: "[" + operation.label() + "](" + operation.link() + ")";
		return "| `" + operation.id() + "` | " + label + " | `" + operation.signature() + "` | `"
				+ operation.requestType() + "` | " + echoes(operation) + " | "
				+ (operation.deprecated() ? "deprecated, " : "") + status(operation.verified()) + " |\n";
	}

}
