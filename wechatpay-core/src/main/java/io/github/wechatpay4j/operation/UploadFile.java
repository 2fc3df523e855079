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

package io.github.wechatpay4j.operation;

import java.util.Locale;
import java.util.Objects;

/**
 * A file to upload: an image or a video of a few megabytes at most, held in memory
 * because its SHA-256 is signed before the first byte is sent. The array is not copied:
 * the caller leaves it unchanged.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/partner/4012760490">Upload an image</a>
 */
public final class UploadFile {

	private final String filename;

	private final byte[] content;

	/**
	 * Creates a file to upload.
	 * @param filename its name; the suffix tells the platform the type
	 * @param content its bytes
	 * @throws IllegalArgumentException if the name or the content is empty, or the name
	 * holds a quote, a backslash or a control character
	 */
	public UploadFile(String filename, byte[] content) {
		this.filename = Objects.requireNonNull(filename, "filename");
		this.content = Objects.requireNonNull(content, "content");
		if (filename.isBlank()) {
			throw new IllegalArgumentException("filename must not be empty");
		}
		if (filename.chars().anyMatch((c) -> c < ' ' || c == '"' || c == '\\')) {
			throw new IllegalArgumentException("filename must not contain quotes, backslashes or control characters");
		}
		if (content.length == 0) {
			throw new IllegalArgumentException("content of '" + filename + "' must not be empty");
		}
	}

	/**
	 * The file's name.
	 * @return the name
	 */
	public String filename() {
		return this.filename;
	}

	/**
	 * The file's bytes.
	 * @return the bytes
	 */
	public byte[] content() {
		return this.content;
	}

	/**
	 * The media type that follows from the suffix.
	 * @return a media type, {@code application/octet-stream} for an unknown suffix
	 */
	public String contentType() {
		String suffix = this.filename.substring(this.filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return switch (suffix) {
			case "jpg", "jpeg" -> "image/jpeg";
			case "png" -> "image/png";
			case "bmp" -> "image/bmp";
			case "gif" -> "image/gif";
			case "mp4" -> "video/mp4";
			case "avi" -> "video/x-msvideo";
			case "wmv" -> "video/x-ms-wmv";
			case "mpeg" -> "video/mpeg";
			case "mov" -> "video/quicktime";
			case "mkv" -> "video/x-matroska";
			case "flv" -> "video/x-flv";
			case "f4v" -> "video/x-f4v";
			case "m4v" -> "video/x-m4v";
			case "rmvb" -> "application/vnd.rn-realmedia-vbr";
			default -> "application/octet-stream";
		};
	}

	@Override
	public String toString() {
		return "UploadFile[" + this.filename + ", " + this.content.length + " bytes]";
	}

}
