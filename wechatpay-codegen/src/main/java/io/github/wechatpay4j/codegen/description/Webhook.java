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

package io.github.wechatpay4j.codegen.description;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A kind of notification.
 *
 * @param place where it is described
 * @param type the decrypted resource
 * @param events the event types that carry it
 * @param originalType the original type that it has
 * @param with fields that it is told by
 * @param without fields that others have
 * @param businessNumber the field that names the business action
 * @param answer what the answer to it carries
 * @param answerSigned whether the merchant signs the answer
 * @param verified whether it was compared field by field
 */
public record Webhook(Place place, TypeKey type, List<String> events, @Nullable String originalType, List<String> with,
		List<String> without, @Nullable String businessNumber, @Nullable TypeKey answer, boolean answerSigned,
		boolean verified) {

}
