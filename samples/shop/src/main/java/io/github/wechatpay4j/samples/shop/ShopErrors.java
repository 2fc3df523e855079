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

package io.github.wechatpay4j.samples.shop;

import java.util.Objects;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.WechatPayException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * One shape for everything that goes wrong.
 */
@RestControllerAdvice
class ShopErrors {

	private static final Logger logger = LoggerFactory.getLogger(ShopErrors.class);

	@ExceptionHandler
	ResponseEntity<ShopError> handle(ShopException ex) {
		return answer(ex.status(), ex.code(), String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ShopError> handle(MethodArgumentNotValidException ex) {
		String fields = String.join(", ",
				ex.getFieldErrors().stream().map((e) -> e.getField() + " " + e.getDefaultMessage()).toList());
		return answer(400, "INVALID", fields);
	}

	@ExceptionHandler
	ResponseEntity<ShopError> handle(HttpMessageNotReadableException ex) {
		return answer(400, "INVALID", "The body is not the expected JSON");
	}

	@ExceptionHandler
	ResponseEntity<ShopError> handle(WechatPayException ex) {
		logger.warn("WeChat Pay: {}", ex.getMessage());
		if (ex.isOutcomeUnknown()) {
			return answer(504, "UNKNOWN", "WeChat Pay has not answered; look at the order again in a minute");
		}
		String code = (ex instanceof ApiException api && api.code() != null) ? Objects.requireNonNull(api.code())
				: "WECHAT_PAY";
		return answer(502, code, "WeChat Pay did not do it");
	}

	private static ResponseEntity<ShopError> answer(int status, String code, String message) {
		return ResponseEntity.status(status).body(new ShopError(code, message));
	}

	/**
	 * What the page is told.
	 *
	 * @param code for programs
	 * @param message for people
	 */
	record ShopError(String code, String message) {
	}

}
