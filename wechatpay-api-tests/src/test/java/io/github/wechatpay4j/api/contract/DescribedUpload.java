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

package io.github.wechatpay4j.api.contract;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The parts of an upload as they are described. The client computes the signed name and
 * hash of the file, unless a field says that the caller does.
 *
 * @param multipart the schema of the parts
 */
record DescribedUpload(Node multipart) {

	String filePart() {
		return this.multipart.properties()
			.entrySet()
			.stream()
			.filter((part) -> "application/octet-stream".equals(part.getValue().text("contentMediaType")))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow();
	}

	Map<String, Node> form() {
		Map<String, Node> form = new LinkedHashMap<>(this.multipart.properties());
		form.keySet().removeAll(Set.of("meta", filePart()));
		return form;
	}

	private Node meta() {
		return this.multipart.get("properties", "meta", "contentSchema");
	}

	String nameField() {
		return meta().isPresent() ? computed(DescribedUpload::isName) : "filename";
	}

	String hashField() {
		return meta().isPresent() ? computed(DescribedUpload::isHash) : "sha256";
	}

	private String computed(Predicate<Node> test) {
		return meta().properties()
			.entrySet()
			.stream()
			.filter((field) -> test.test(field.getValue()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	private static boolean isName(Node field) {
		return "文件名称".equals(field.text("title"));
	}

	private static boolean isHash(Node field) {
		return field.text("title", "").endsWith("文件摘要")
				&& !field.text("description", "").contains("which the caller computes");
	}

	/** Signed fields beside the file's name and hash. */
	Map<String, Node> extras() {
		Map<String, Node> extras = new LinkedHashMap<>(meta().isPresent() ? meta().properties() : Map.of());
		extras.remove(nameField());
		extras.remove(hashField());
		return extras;
	}

	/** The file itself included. */
	Set<String> required() {
		Set<String> required = new LinkedHashSet<>(this.multipart.texts("required"));
		required.remove("meta");
		if (meta().isPresent()) {
			required.addAll(meta().resolved().texts("required"));
			required.remove(nameField());
			required.remove(hashField());
		}
		return required;
	}

}
