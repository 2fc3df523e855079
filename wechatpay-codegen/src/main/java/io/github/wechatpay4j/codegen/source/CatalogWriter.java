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
import java.util.List;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.Webhook;
import io.github.wechatpay4j.notification.NotificationCatalog;
import io.github.wechatpay4j.notification.NotificationType;

/**
 * Writes the catalog of the notifications, which names their classes without loading
 * them.
 */
final class CatalogWriter {

	private CatalogWriter() {
	}

	static TypeSpec write(Description description, JavaTypes types) {
		CodeBlock catalog = description.webhooks()
			.map((webhook) -> type(webhook, types))
			.collect(CodeBlock.joining(",\n"));
		return Parts.type(TypeSpec.classBuilder("ApiNotificationCatalog"), false)
			.addModifiers(Modifier.FINAL)
			.addJavadoc("The notifications of this module. Found through {@link java.util.ServiceLoader}.\n")
			.addSuperinterface(NotificationCatalog.class)
			.addMethod(Parts.override("types")
				.returns(ParameterizedTypeName.get(Collection.class, NotificationType.class))
				.addStatement("return $T.of($L)", List.class, catalog)
				.build())
			.build();
	}

	private static CodeBlock type(Webhook webhook, JavaTypes types) {
		ClassName payload = types.name(webhook.type());
		CodeBlock.Builder type = CodeBlock.builder()
			.add("$T.of($S, $L)", NotificationType.class, payload.reflectionName(), texts(webhook.events()));
		if (webhook.originalType() != null) {
			type.add(".originalType($S)", webhook.originalType());
		}
		if (!webhook.with().isEmpty()) {
			type.add(".with($L)", texts(webhook.with()));
		}
		if (!webhook.without().isEmpty()) {
			type.add(".without($L)", texts(webhook.without()));
		}
		if (webhook.businessNumber() != null) {
			type.add(".businessNumber($S)", webhook.businessNumber());
		}
		ClassName answer = types.answer(webhook.type());
		if (answer != null) {
			type.add(webhook.answerSigned() ? ".signedAnswer($S)" : ".answer($S)", answer.reflectionName());
		}
		return type.add(".build()").build();
	}

	private static CodeBlock texts(List<String> texts) {
		return texts.stream().map((text) -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
	}

}
