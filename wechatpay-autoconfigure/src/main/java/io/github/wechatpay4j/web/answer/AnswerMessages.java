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

package io.github.wechatpay4j.web.answer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts, in English and Chinese. The application's own messages go first.
 */
final class AnswerMessages {

	static final String BUNDLE = "io.github.wechatpay4j.web.answer.messages";

	static final String PREFIX = "wechatpay.answer.";

	private final MessageSource application;

	private final MessageSource library = library();

	AnswerMessages(MessageSource application) {
		this.application = application;
	}

	private static MessageSource library() {
		ResourceBundleMessageSource source = new ResourceBundleMessageSource();
		source.setBasename(BUNDLE);
		source.setBundleClassLoader(AnswerMessages.class.getClassLoader());
		source.setDefaultEncoding(StandardCharsets.UTF_8.name());
		// Who asks for French gets English, whatever the server's own language is
		source.setFallbackToSystemLocale(false);
		return source;
	}

	String text(AnswerCode code, Locale locale) {
		String key = PREFIX + code.slug();
		String text = this.library.getMessage(key, null, locale);
		// As a default, so that an application which shows codes for want of a message
		// does not show these
		String own = this.application.getMessage(key, null, text, locale);
		return (own != null) ? own : text;
	}

}
