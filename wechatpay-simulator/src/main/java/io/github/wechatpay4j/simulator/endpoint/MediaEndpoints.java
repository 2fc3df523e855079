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

package io.github.wechatpay4j.simulator.endpoint;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Call.Upload;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.official.Numbers;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Uploads of images.
 */
final class MediaEndpoints implements Endpoints {

	private static final Set<String> SUFFIXES = Set.of("jpg", "jpeg", "png", "bmp");

	private static final int MAX_BYTES = 2 * 1024 * 1024;

	private final Numbers numbers;

	MediaEndpoints(Numbers numbers) {
		this.numbers = numbers;
	}

	@Override
	public void addTo(RouterFunctions.Builder routes, Gate gate) {
		routes.POST("/v3/merchant/media/upload", gate.toUpload("file", this::upload));
	}

	private Answer upload(Call call) {
		String filename = call.body().text("/filename", 128);
		String suffix = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (!SUFFIXES.contains(suffix)) {
			throw call.body().wrong("/filename", "图片只支持jpg、png、bmp格式");
		}
		Upload file = Objects.requireNonNull(call.file());
		if (file.content().length > MAX_BYTES) {
			throw call.body().wrong("/filename", "图片大小不能超过2M");
		}
		file.requireSha256(call.body(), "/sha256");
		return new Answer.Json(JsonNodeFactory.instance.objectNode().put("media_id", this.numbers.letters(64)));
	}

}
