{{/*
The environment of the services' containers. Names are those of the settings in the services' READMEs; a test compares them with
what the services read. All take (list $ $name $service).
*/}}

{{/* A value out of a Secret: (list "NAME" $reference). */}}
{{- define "sevenfold.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ (index . 1).name }}
      key: {{ (index . 1).key }}
{{- end -}}

{{/* What no container can start without; nothing of it is secret. */}}
{{- define "sevenfold.needed" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $service := index . 2 -}}
{{- $values := $root.Values -}}
- name: SEVENFOLD_DATABASE_URL
  value: jdbc:postgresql://{{ $values.database.host }}:{{ $values.database.port }}/{{ $service.database.name }}?sslmode={{ $values.database.sslMode }}{{ if $values.database.existingCa.name }}&sslrootcert=/etc/sevenfold/postgres/ca.crt{{ end }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $values.kafka.bootstrapServers }}
- name: SEVENFOLD_JWT_ISSUER
  value: {{ $values.jwt.issuer }}
- name: SEVENFOLD_JWT_PUBLIC_KEY_LOCATION
  value: {{ if $values.jwt.existingConfigMap.name }}file:/etc/sevenfold/jwt/jwks.json{{ else }}{{ $values.jwt.jwksUrl }}{{ end }}
{{- if has $name (list "cadence" "notifier") }}
- name: SEVENFOLD_LINKS_PUBLIC_KEYS
  value: /etc/sevenfold/links/jwks.json
- name: SEVENFOLD_LINKS_PAGES_URL
  value: https://{{ $values.host }}
{{- end }}
{{- if eq $name "notifier" }}
- name: SEVENFOLD_LINKS_SIGNING_KEY
  value: /etc/sevenfold/links-signing/private.jwk
- name: SEVENFOLD_LINKS_PREFERENCES_URL
  value: https://{{ $values.host }}
- name: SEVENFOLD_SMTP_HOST
  value: {{ $values.smtp.host }}
- name: SEVENFOLD_SMTP_PORT
  value: {{ $values.smtp.port | quote }}
- name: SEVENFOLD_SMTP_TLS
  value: {{ $values.smtp.tls }}
- name: SEVENFOLD_SMTP_ALLOW_PLAIN_TEXT
  value: {{ $values.smtp.allowPlainText | quote }}
{{- if $values.smtp.existingCa.name }}
- name: SEVENFOLD_SMTP_TRUSTED_CERTIFICATES
  value: /etc/sevenfold/smtp-ca/ca.crt
{{- end }}
- name: SEVENFOLD_SMTP_FROM
  value: {{ $values.smtp.from | quote }}
{{- end }}
{{- end -}}

{{/* That, and the settings of the values: each variable once, so none that the chart sets by itself. */}}
{{- define "sevenfold.settings" -}}
{{- $name := index . 1 -}}
{{- $service := index . 2 -}}
{{- $taken := list "QUARKUS_INIT_AND_EXIT" -}}
{{- range list (include "sevenfold.needed" .) (include "sevenfold.roles" .) (include "sevenfold.serving" .) | join "\n" | fromYamlArray -}}
{{- $taken = append $taken .name -}}
{{- end -}}
{{ include "sevenfold.needed" . }}
{{- range $key, $value := $service.settings }}
{{- $variable := regexReplaceAll "[^A-Z0-9]" ($key | upper) "_" }}
{{- if or (has $variable $taken) (hasPrefix "QUARKUS_FLYWAY_" $variable) }}
{{- fail (printf "services.%s.settings: %s is set by the chart, or there twice" $name $key) }}
{{- end }}
{{- $taken = append $taken $variable }}
- name: {{ $variable }}
  value: {{ kindIs "string" $value | ternary $value ($value | toJson) | quote }}
{{- end }}
{{- end -}}

{{/* The roles of requests and of jobs. Flyway only looks, as the worker: the owner's password is in no pod but the migration's. */}}
{{- define "sevenfold.roles" -}}
{{- $name := index . 1 -}}
{{- $secrets := (index . 2).database.existingSecrets -}}
{{ include "sevenfold.fromSecret" (list "SEVENFOLD_DATABASE_APP_PASSWORD" $secrets.app) }}
{{ include "sevenfold.fromSecret" (list "SEVENFOLD_DATABASE_WORKER_PASSWORD" $secrets.worker) }}
- name: QUARKUS_FLYWAY_USERNAME
  value: {{ $name }}_worker
{{ include "sevenfold.fromSecret" (list "QUARKUS_FLYWAY_PASSWORD" $secrets.worker) }}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: "false"
{{- end -}}

{{/* What a running service has besides. */}}
{{- define "sevenfold.serving" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $service := index . 2 -}}
{{- $values := $root.Values -}}
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
- name: QUARKUS_SHUTDOWN_DELAY
  value: {{ $values.shutdown.delaySeconds }}S
- name: QUARKUS_SHUTDOWN_TIMEOUT
  value: {{ $values.shutdown.timeoutSeconds }}S
{{- with $service.javaToolOptions }}
- name: JAVA_TOOL_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- with $values.otlp.endpoint }}
- name: SEVENFOLD_OTLP_ENDPOINT
  value: {{ . }}
{{- end }}
{{- if ne $values.kafka.authentication "none" }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ eq $values.kafka.authentication "tls" | ternary "SSL" "SASL_SSL" }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/sevenfold/kafka-ca/ca.crt
{{- end }}
{{- if eq $values.kafka.authentication "tls" }}
- name: KAFKA_SSL_KEYSTORE_TYPE
  value: PKCS12
- name: KAFKA_SSL_KEYSTORE_LOCATION
  value: /etc/sevenfold/kafka-user/user.p12
{{ include "sevenfold.fromSecret" (list "KAFKA_SSL_KEYSTORE_PASSWORD" (dict "name" $service.kafka.existingSecret "key" "user.password")) }}
{{- end }}
{{- if eq $values.kafka.authentication "scram-sha-512" }}
- name: KAFKA_SASL_MECHANISM
  value: SCRAM-SHA-512
{{ include "sevenfold.fromSecret" (list "KAFKA_SASL_JAAS_CONFIG" (dict "name" $service.kafka.existingSecret "key" "sasl.jaas.config")) }}
{{- end }}
{{- if and (eq $name "notifier") $values.smtp.existingSecret.name }}
{{- $login := $values.smtp.existingSecret }}
{{ include "sevenfold.fromSecret" (list "SEVENFOLD_SMTP_USERNAME" (dict "name" $login.name "key" $login.usernameKey)) }}
{{ include "sevenfold.fromSecret" (list "SEVENFOLD_SMTP_PASSWORD" (dict "name" $login.name "key" $login.passwordKey)) }}
{{- end }}
{{- end -}}
