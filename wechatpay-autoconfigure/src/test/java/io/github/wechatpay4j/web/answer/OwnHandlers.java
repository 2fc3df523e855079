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

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.SignatureException;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/**
 * What an application has to say itself. No part of {@link AnswerApplication}, whose
 * members would always be there.
 */
final class OwnHandlers {

	private OwnHandlers() {
	}

	/** Handlers for some exceptions. */
	@Configuration(proxyBeanMethods = false)
	static class WithHandlers {

		@RestController
		static class Refunds {

			@GetMapping("/refunds/{name}")
			String fail(@PathVariable("name") String name) {
				throw SampleFailures.ALL.get(name).exception();
			}

			@ExceptionHandler(SignatureException.class)
			@ResponseStatus(HttpStatus.GONE)
			String unbelieved() {
				return "controller";
			}

		}

		@RestControllerAdvice
		static class Errors {

			@ExceptionHandler(KeyMaterialException.class)
			@ResponseStatus(HttpStatus.GONE)
			String key() {
				return "advice";
			}

			@ExceptionHandler(ResponseStatusException.class)
			@ResponseStatus(HttpStatus.GONE)
			String status() {
				return "wrapped";
			}

		}

	}

	/** As many applications have it. */
	@RestControllerAdvice
	static class CatchAll {

		@ExceptionHandler(Exception.class)
		@ResponseStatus(HttpStatus.GONE)
		String any() {
			return "everything";
		}

	}

}
